import '@mantine/core/styles.css';
import './app/desk.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './app/desk.js';

const root = document.getElementById('desk');
if (root === null) throw new Error('the page has no element #desk');
createRoot(root).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
);
